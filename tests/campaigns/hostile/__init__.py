"""What the campaign of hostile files is made of: the files, the server, the one who sends them."""
