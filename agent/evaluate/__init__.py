"""How well Matinee does what it is asked, measured on written cases."""
