"""Typeset letters, forms, labels and sheets; the safe-address check. Words and facts in, a PDF or an answer out."""
