"""What a negotiation leaves behind, out of the claims and texts of all articles.

Agreements ("la déclaration de Singapour"), measures ("l'embargo sur les armes"), channels ("la ligne directe").
"""

from dragoman.resolve.ledgers.agreements import find_agreements
from dragoman.resolve.ledgers.channels import find_channels
from dragoman.resolve.ledgers.measures import find_measures

__all__ = ["find_agreements", "find_channels", "find_measures"]
