"""What nobody is told, whatever the ground, unless they agreed or somebody is in danger."""
