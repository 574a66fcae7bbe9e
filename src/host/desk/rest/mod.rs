//! The host's HTTP side: what an extension's server asks of Desk (P, "Desk Invoke API" … "My Custom Permission API"; REST-01 … REST-15).

mod called;
