"""Makes ``form_samples`` importable from every directory of tests."""
