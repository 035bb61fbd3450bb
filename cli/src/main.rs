//! The `selfmoji` program: selfies to emoji from a terminal. Thin: everything it knows about faces is in the library.

mod args;
mod args_edit;
mod batch;
mod create;
mod draw;
mod edit;
mod emoji;
mod eval;
mod failure;
mod format;
mod inspect;
mod load;
mod mask;
mod options;
mod pack;
mod page;
mod photos;
mod random;
mod report;
mod sheet;
mod stickers;
mod summary;
mod targets;
mod terminal;
mod trace;
mod write;

use args::{Cli, Command};
use clap::Parser;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Create(args) => create::run(&args),
        Command::Draw(args) => draw::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Stickers(args) => stickers::run(&args),
        Command::Options(args) => options::run(&args),
        Command::Edit(args) => edit::run(&args),
        Command::Random(args) => random::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Suggest(args) => emoji::suggest(&args),
        Command::Find(args) => emoji::find(&args),
        Command::EvalEmoji(args) => emoji::measure(&args),
        Command::Pack(command) => pack::run(&command),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => failed(&error),
    }
}

/// 2 for bad usage, 1 for everything else that went wrong, 0 where the reader of stdout simply had enough.
fn failed(error: &anyhow::Error) -> ExitCode {
    if let Some(usage) = error.downcast_ref::<clap::Error>() {
        // Where even stderr is gone, the exit code still tells.
        let _ = usage.print();
        return ExitCode::from(2);
    }
    if error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    let _ = writeln!(std::io::stderr(), "selfmoji: {}", terminal::text(&format!("{error:#}")));
    ExitCode::FAILURE
}
