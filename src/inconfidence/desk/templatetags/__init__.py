"""What only the desk's templates say."""
