"""The people of a service: who they are, how they sign in, and the one sitting each browser has."""
