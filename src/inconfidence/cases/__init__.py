"""Enquiries, cases, who is concerned, notes and documents with their provenance, allocation."""
