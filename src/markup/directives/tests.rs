//! Tests of directives.
