#![doc = include_str!("../README.md")]

pub mod attributes;
pub mod colour;
pub mod compose;
pub mod edit;
pub mod embed;
pub mod face;
pub mod frame;
pub mod kind;
pub mod matching;
pub mod pack;
pub mod parse;
pub mod parts;
pub mod photo;
pub mod picture;
pub mod recipe;
pub mod studio;
