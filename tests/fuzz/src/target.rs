//! One target, by the name of the program that this is compiled to.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| polydoc_fuzz::feed(env!("CARGO_BIN_NAME"), bytes));
