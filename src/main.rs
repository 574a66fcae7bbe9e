//! The command `deskspec`.

fn main() -> std::process::ExitCode {
    deskspec::cli::main()
}
