//! The README's Rust is compiled.

#[doc = include_str!("../../README.md")]
struct Readme;
