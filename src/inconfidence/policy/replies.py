"""What may be said to those who ask, word for word: never made up on the day, so that nothing can be read from it."""

NEITHER_CONFIRM_NOR_DENY = (
    "We cannot say whether anyone has been in touch with us. We say the same to everybody who asks."
)
NOT_SUPPLYING = "We shall not be supplying any documents ourselves."
UNTIL_WE_KNOW = (
    "I can tell anybody how we work and what the law says. About anyone in particular I say nothing until I know"
    " who is asking, and we ring back only on a number that somebody gave us themselves. We say the same to everybody."
)
