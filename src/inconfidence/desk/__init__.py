"""What a worker sees: my day, the quick call, the case page. Composed from the rooms below; stores nothing."""
