"""In Confidence: casework in which the service's confidentiality policy is the program."""
