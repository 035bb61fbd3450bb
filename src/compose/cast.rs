//! Cast: who is on the picture, and where. Resolves a recipe's parts, axes, adjustments and expression into drawings with transforms.

use super::blend;
use super::pose::Pose;
use crate::kind::Kind;
use crate::pack::{Axis, Drawing, Expression, Moves, Pack, PackError};
use crate::recipe::Recipe;

/// A drawing, or one half of it, in its place.
pub(super) struct Member<'a> {
    pub(super) kind: Kind,
    /// Tells its ids from those of the others.
    pub(super) key: String,
    pub(super) drawing: &'a Drawing,
    /// The half that is shown; all of it where there is none.
    pub(super) side: Option<Side>,
    /// Within whatever clips it.
    pub(super) transform: Option<String>,
    /// Around whatever clips it: the swaying head.
    pub(super) outer: Option<String>,
    /// Values of the axes that blend its paths.
    pub(super) values: Vec<(&'a str, f32)>,
}

/// The person's own side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
}

pub(super) struct Cast<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// The outline of the face.
    pub(super) outline: String,
}

/// What is asked of the cast besides the recipe: an expression, and a moment of its loop.
#[derive(Clone, Copy, Default)]
pub(super) struct Scene<'a> {
    pub(super) expression: Option<&'a Expression>,
    /// 0 to 1.
    pub(super) phase: Option<f32>,
}

impl<'a> Cast<'a> {
    pub(super) fn of(pack: &'a Pack, recipe: &'a Recipe, scene: Scene<'a>) -> Result<Self, PackError> {
        let mut cast = Self { members: Vec::with_capacity(20), outline: String::new() };
        for kind in Kind::ALL {
            match recipe.parts.get(&kind) {
                // What an expression hides must still be there, or the recipe is wrong only sometimes.
                Some(id) => cast.add(pack, recipe, scene, kind, id)?,
                None if kind.is_optional() => {}
                None => return Err(PackError::PartNeeded { kind }),
            }
        }
        for id in scene.expression.iter().flat_map(|e| &e.props) {
            let pose = scene.sway(id, Pose::REST);
            let about = scene.about(id).unwrap_or([middle(pack); 2]);
            cast.members.push(Member {
                kind: Kind::Prop,
                key: format!("prop-{id}"),
                drawing: pack.any_drawing(Kind::Prop, id)?,
                side: None,
                transform: pose.about(about),
                outer: scene.outer(pack, false),
                values: Vec::new(),
            });
        }
        Ok(cast)
    }

    /// The outline of the pack's first face, as drawn.
    pub(super) fn first_outline(pack: &Pack) -> String {
        let face = pack.parts(Kind::Face).first().and_then(|p| pack.any_drawing(Kind::Face, &p.id).ok());
        face.and_then(|d| d.outline.as_ref()).and_then(|e| blend::path(e, &[])).unwrap_or_default()
    }

    fn add(&mut self, pack: &'a Pack, recipe: &'a Recipe, scene: Scene<'a>, kind: Kind, id: &'a str) -> Result<(), PackError> {
        let own = pack.drawing(kind, id)?;
        let mut pose = Pose::REST;
        let mut values = Vec::new();
        for (name, &value) in recipe.axes.get(&kind).into_iter().flatten() {
            let axis = axis(pack, kind, id, name, value)?;
            pose.add_axis(axis, value);
            if axis.transform.is_none() && value != 0.0 {
                values.push((name.as_str(), value));
            }
        }
        if let Some(adjust) = recipe.transforms.get(&kind) {
            pose.add_adjust(*adjust);
        }
        if kind == Kind::Face {
            self.outline = own.outline.as_ref().and_then(|e| blend::path(e, &values)).unwrap_or_default();
        }
        if scene.expression.is_some_and(|e| e.hide.contains(&kind)) {
            return Ok(());
        }
        let outer = scene.outer(pack, kind != Kind::Body);
        let pivot = pack.manifest().pivots.get(&kind).copied();
        let swap = scene.expression.and_then(|e| e.parts.get(&kind));
        let moves = scene.expression.and_then(|e| e.moves.get(&kind));
        let member = |side: Option<Side>| -> Result<Member<'a>, PackError> {
            let left = side == Some(Side::Left);
            let swapped = swap.and_then(|s| s.on(left));
            let drawing = swapped.map_or(Ok(own), |id| pack.any_drawing(kind, id))?;
            let mut pose = pose;
            if let Some(m) = moves.and_then(|m: &Moves| m.on(left)) {
                pose.add_move(m);
            }
            pose = scene.sway(kind.name(), pose);
            let about = scene.about(kind.name()).or(pivot).unwrap_or([middle(pack); 2]);
            let transform = if left { pose.mirrored().about([middle(pack) * 2.0 - about[0], about[1]]) } else { pose.about(about) };
            let key = match side {
                None => kind.name().to_owned(),
                Some(Side::Right) => format!("{kind}-right"),
                Some(Side::Left) => format!("{kind}-left"),
            };
            // A part that stands in has masters of its own, if any.
            let values = if swapped.is_some() { Vec::new() } else { values.clone() };
            Ok(Member { kind, key, drawing, side, transform, outer: outer.clone(), values })
        };
        let whole = member(None)?;
        let halved = swap.is_some_and(|s| s.on(false) != s.on(true)) || moves.is_some_and(|m| m.on(false) != m.on(true));
        if kind.is_paired() && pivot.is_some() && (halved || whole.transform.is_some()) {
            self.members.push(member(Some(Side::Right))?);
            self.members.push(member(Some(Side::Left))?);
        } else {
            self.members.push(whole);
        }
        Ok(())
    }
}

impl Scene<'_> {
    fn sway(self, what: &str, mut pose: Pose) -> Pose {
        if let (Some(expression), Some(phase)) = (self.expression, self.phase) {
            expression.animate.iter().filter(|s| s.what == what).for_each(|s| pose.add_sway(s, phase));
        }
        pose
    }

    fn about(self, what: &str) -> Option<[f32; 2]> {
        self.phase.and(self.expression)?.animate.iter().find(|s| s.what == what)?.about
    }

    /// The sway of everything, and of the head for what belongs to it.
    fn outer(self, pack: &Pack, head: bool) -> Option<String> {
        let mouth = pack.manifest().landmarks.mouth;
        // Heads turn about the neck.
        let neck = [middle(pack), mouth[1] + (pack.manifest().canvas - mouth[1]) / 2.0];
        let one = |what: &str, about: [f32; 2]| self.sway(what, Pose::REST).about(self.about(what).unwrap_or(about));
        let all = one("all", [middle(pack); 2]);
        let head = if head { one("head", neck) } else { None };
        match (all, head) {
            (Some(all), Some(head)) => Some(format!("{all} {head}")),
            (all, head) => all.or(head),
        }
    }
}

fn middle(pack: &Pack) -> f32 {
    pack.manifest().canvas / 2.0
}

fn axis<'a>(pack: &'a Pack, kind: Kind, id: &str, name: &str, value: f32) -> Result<&'a Axis, PackError> {
    let within = |a: &Axis| (a.range().0..=a.range().1).contains(&value);
    pack.axes(kind, id).find(|a| a.id == name).filter(|a| within(a)).ok_or_else(|| PackError::NoSuchAxis {
        kind,
        id: id.into(),
        axis: name.escape_debug().to_string(),
        value,
        known: match pack.axes(kind, id).map(|a| format!("{} ({} to {})", a.id, a.range().0, a.range().1)).collect::<Vec<_>>() {
            none if none.is_empty() => "none".into(),
            axes => axes.join(", "),
        },
    })
}
