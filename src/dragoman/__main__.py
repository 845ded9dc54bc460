"""`python -m dragoman`: the command, by whatever Python has the package."""

from dragoman.show.cli import main

if __name__ == "__main__":
    main()
