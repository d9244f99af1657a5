"""What would change an estimate, and by how much: the estimator's own answers to changed profiles, never a guess."""

from salaries.moves.comparison import Comparison, compare
from salaries.moves.effects import Effect
from salaries.moves.metros import MetroRow, metros
from salaries.moves.moving import EmployerMove, Move, Moves, moves

__all__ = ["Comparison", "Effect", "EmployerMove", "MetroRow", "Move", "Moves", "compare", "metros", "moves"]
