"""What a negotiation leaves behind, out of the claims and texts of all articles.

Agreements ("la déclaration de Singapour"), measures ("l'embargo sur les armes"), channels ("la ligne directe").
"""

from dragoman.resolve.ledgers.agreements import find_agreement_leads, tell_agreement
from dragoman.resolve.ledgers.channels import find_channel_leads, tell_channel
from dragoman.resolve.ledgers.measures import find_measure_leads, tell_measure

__all__ = [
    "find_agreement_leads",
    "find_channel_leads",
    "find_measure_leads",
    "tell_agreement",
    "tell_channel",
    "tell_measure",
]
