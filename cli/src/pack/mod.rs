//! `selfmoji pack`: work on style packs.

pub(crate) mod args;
mod build;
mod check;
mod new;
mod preview;
mod zip;

use anyhow::Result;
use args::PackCommand;

pub(crate) fn run(command: &PackCommand) -> Result<bool> {
    match command {
        PackCommand::New(args) => new::run(args),
        PackCommand::Check(args) => check::run(args),
        PackCommand::Preview(args) => preview::run(args),
        PackCommand::Build(args) => build::run(args),
        PackCommand::Zip(args) => zip::run(args),
    }
}
