import pytest

from dragoman.record import named


@pytest.mark.parametrize(
    ("name", "wanted", "yes"),
    [
        ("Kari Moen", "moen", True),
        ("Corée du Nord", "coree du nord", True),
        ("Corée du Sud", "Corée du Nord", False),
        ("États-Unis", "etats", True),
        ("ONU", "on", True),
        ("Norvège", "rvège", False),
        ("Corée du Nord", "pyongyang", True),
        ("États-Unis", "Maison-Blanche", True),
        ("Donald Trump", "Maison-Blanche", False),
        ("ONU", "Nations unies", True),
        ("Norvège", "?", False),
        (None, "x", False),
        ("Norvège", None, False),
    ],
)
def test_named(name: str | None, wanted: str | None, yes: bool) -> None:
    assert named(name, wanted) is yes
