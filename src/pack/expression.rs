//! Expressions: the same person laughing, crying, asleep. An expression swaps and moves parts and adds props; skin, hair, face and what is worn stay.

use super::axis::FACE_STAYS;
use super::caps;
use super::findings::Findings;
use super::manifest::{Manifest, Part, is_id, readable, unique};
use crate::kind::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A pack's expressions and the drawings that only they use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expressions {
    /// Parts that people do not choose for themselves: laughing eyes, a crying mouth, props.
    #[serde(default)]
    pub parts: BTreeMap<Kind, Vec<Part>>,
    /// The expressions, in the order they are offered.
    #[serde(default)]
    pub list: Vec<Expression>,
}

/// One expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expression {
    /// Unique among the pack's expressions; `neutral` is taken.
    pub id: String,
    /// For people.
    pub title: String,
    /// What it shows, to follow "a person": "laughing with tears of joy".
    pub alt: String,
    /// The Unicode emoji that say the same, best first.
    pub emoji: Vec<String>,
    /// Parts that take the place of the person's own. Props are not named here.
    #[serde(default)]
    pub parts: BTreeMap<Kind, Swap>,
    /// Props that are added.
    #[serde(default)]
    pub props: Vec<String>,
    /// How kinds are moved.
    #[serde(default)]
    pub moves: BTreeMap<Kind, Moves>,
    /// Kinds that are not drawn, of those an avatar may go without.
    #[serde(default)]
    pub hide: Vec<Kind>,
    /// How it sways when it is animated.
    #[serde(default)]
    pub animate: Vec<Sway>,
}

/// What takes the place of a part: on both sides, or on one side only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum Swap {
    Both(String),
    Sides(Sides<String>),
}

/// How a kind is moved: both sides alike (mirrored), or each side in its own way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum Moves {
    Both(Move),
    Sides(Sides<Move>),
}

/// Something for each side. Right and left are the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Sides<T> {
    #[serde(default = "Option::<T>::default", skip_serializing_if = "Option::is_none")]
    pub right: Option<T>,
    #[serde(default = "Option::<T>::default", skip_serializing_if = "Option::is_none")]
    pub left: Option<T>,
}

/// A shift, scale and turn about the kind's pivot, as seen on the person's right side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// To the viewer's right, in canvas units, -128 to 128.
    #[serde(default)]
    pub dx: f32,
    /// Down, in canvas units, -128 to 128.
    #[serde(default)]
    pub dy: f32,
    /// Scale, 0.25 to 4.
    #[serde(default = "one")]
    pub scale: f32,
    /// Clockwise, in degrees, -180 to 180.
    #[serde(default)]
    pub rotate: f32,
}

/// A part of the picture that sways to and fro: a sine, `beats` times in the loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sway {
    /// `all`, `head` (all but body and props), a kind, or the id of a prop.
    pub what: String,
    /// Farthest shift to the viewer's right, in canvas units, -128 to 128.
    #[serde(default)]
    pub dx: f32,
    /// Farthest shift down, in canvas units, -128 to 128.
    #[serde(default)]
    pub dy: f32,
    /// Farthest scale, 0.25 to 4; it swings as far below 1.
    #[serde(default = "one")]
    pub scale: f32,
    /// Farthest turn clockwise, in degrees, -180 to 180.
    #[serde(default)]
    pub rotate: f32,
    /// How many times in the loop, 1 to 16.
    #[serde(default = "once")]
    pub beats: u32,
    /// The point it is scaled and turned about, in canvas units; without it the kind's pivot, the neck for the head, or the middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<[f32; 2]>,
}

fn one() -> f32 {
    1.0
}

fn once() -> u32 {
    1
}

impl Swap {
    /// The part that takes the person's right or left place, where one does.
    pub(crate) fn on(&self, left: bool) -> Option<&str> {
        match self {
            Self::Both(id) => Some(id),
            Self::Sides(sides) => if left { &sides.left } else { &sides.right }.as_deref(),
        }
    }
}

impl Moves {
    pub(crate) fn on(&self, left: bool) -> Option<Move> {
        match self {
            Self::Both(all) => Some(*all),
            Self::Sides(sides) => {
                if left {
                    sides.left
                } else {
                    sides.right
                }
            }
        }
    }
}

fn is_move(dx: f32, dy: f32, scale: f32, rotate: f32) -> bool {
    [dx, dy].iter().all(|v| (-128.0..=128.0).contains(v)) && (0.25..=4.0).contains(&scale) && (-180.0..=180.0).contains(&rotate)
}

const BOUNDS: &str = "dx and dy must be within -128 to 128, scale within 0.25 to 4, rotate within -180 to 180";

pub(super) fn check(manifest: &Manifest, found: &mut Findings) {
    let Expressions { parts, list } = &manifest.expressions;
    for (kind, parts) in parts {
        let path = format!("/expressions/parts/{kind}");
        let own = manifest.kinds.get(kind).map_or(&[][..], Vec::as_slice);
        unique(&path, own.iter().chain(parts).map(|p| &p.id), found);
        super::manifest::check_parts(&path, parts, found);
    }
    if list.len() > caps::EXPRESSIONS {
        found.add("/expressions/list", format!("{} expressions; at most {} are accepted", list.len(), caps::EXPRESSIONS));
    }
    for (i, expression) in list.iter().enumerate() {
        let path = format!("/expressions/list/{i}");
        if !is_id(&expression.id) || expression.id == "neutral" || list[..i].iter().any(|e| e.id == expression.id) {
            let detail = "must be lower-case letters, digits and hyphens, not `neutral`, and there once";
            found.add(format!("{path}/id"), format!("the expression `{}` {detail}", expression.id.escape_debug()));
        }
        expression.check(&path, manifest, found);
    }
}

impl Expression {
    fn check(&self, path: &str, manifest: &Manifest, found: &mut Findings) {
        for (name, text) in [("title", &self.title), ("alt", &self.alt)] {
            readable(&format!("{path}/{name}"), text, found);
        }
        if self.emoji.is_empty() || self.emoji.len() > 3 {
            // Three is what sticker stores take.
            found.add(format!("{path}/emoji"), format!("expression `{}`: name one to three emoji", self.id));
        }
        self.emoji.iter().for_each(|text| readable(&format!("{path}/emoji"), text, found));
        let missing = |kind: Kind, id: &str| !manifest.all_parts(kind).any(|p| p.id == id);
        for (kind, swap) in &self.parts {
            let path = format!("{path}/parts/{kind}");
            if *kind == Kind::Prop || matches!(swap, Swap::Sides(_)) && !kind.is_paired() {
                found.add(&path, "props go into `props`, and only brows, eyes and ears have sides");
            }
            let mut gone: Vec<&str> = [swap.on(false), swap.on(true)].into_iter().flatten().filter(|id| missing(*kind, id)).collect();
            gone.dedup();
            for id in gone {
                found.add(&path, format!("there is no {kind} part `{}`; name one of the kind's or of expressions.parts", id.escape_debug()));
            }
        }
        if self.props.len() > caps::PROPS {
            found.add(format!("{path}/props"), format!("{} props; at most {} are accepted", self.props.len(), caps::PROPS));
        }
        for prop in self.props.iter().filter(|id| missing(Kind::Prop, id)) {
            found.add(format!("{path}/props"), format!("there is no prop `{}` among expressions.parts", prop.escape_debug()));
        }
        for (kind, moves) in &self.moves {
            let path = format!("{path}/moves/{kind}");
            if *kind == Kind::Face {
                found.add(&path, format!("{FACE_STAYS}; move `head` in `animate`, or other kinds"));
            }
            if matches!(moves, Moves::Sides(_)) && !kind.is_paired() {
                found.add(&path, "only brows, eyes and ears have sides");
            }
            if [false, true].iter().filter_map(|&left| moves.on(left)).any(|m| !is_move(m.dx, m.dy, m.scale, m.rotate)) {
                found.add(&path, BOUNDS);
            }
        }
        if let Some(kind) = self.hide.iter().find(|k| !k.is_optional()) {
            found.add(format!("{path}/hide"), format!("{kind} cannot be hidden; only parts an avatar may go without can"));
        }
        if self.animate.len() > caps::SWAYS {
            found.add(format!("{path}/animate"), format!("{} movements; at most {} are accepted", self.animate.len(), caps::SWAYS));
        }
        for (i, sway) in self.animate.iter().enumerate() {
            let known = matches!(sway.what.as_str(), "all" | "head") || Kind::from_name(&sway.what).is_some() || self.props.contains(&sway.what);
            if !known {
                let detail = format!("`{}` is neither `all`, `head`, a kind, nor a prop of this expression", sway.what.escape_debug());
                found.add(format!("{path}/animate/{i}/what"), detail);
            }
            if sway.what == Kind::Face.name() {
                found.add(format!("{path}/animate/{i}/what"), format!("{FACE_STAYS}; let the `head` sway"));
            }
            let about = sway.about.is_none_or(|p| p.iter().all(|v| (0.0..=manifest.canvas).contains(v)));
            if !is_move(sway.dx, sway.dy, sway.scale, sway.rotate) || !(1..=16).contains(&sway.beats) || !about {
                found.add(format!("{path}/animate/{i}"), format!("{BOUNDS}, beats within 1 to 16, about on the canvas"));
            }
        }
    }
}
