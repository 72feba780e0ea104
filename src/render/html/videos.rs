//! Videos: a link, which a script replaces by the player when a reader clicks on it and the player's host is allowed.

use super::escape;
use super::writer::Writer;
use crate::source::TextRange;

impl Writer<'_, '_> {
    pub(super) fn video(&mut self, url: &str, range: TextRange) {
        self.fresh_line();
        self.out.push_str("<figure class=\"video\">");
        let start = self.out.len();
        if self.anchor(url, range) {
            let player = player(url).filter(|player| self.plays(player));
            if let Some(player) = player {
                escape::attribute(self.out, "data-embed", &player);
            }
            self.out.push('>');
            escape::text(self.out, &self.surroundings.labels.video);
            self.out.push_str("</a>");
        } else {
            self.out.truncate(start);
            self.out.push_str("<span class=\"unresolved\">");
            escape::text(self.out, &self.surroundings.labels.video);
            self.out.push_str("</span>");
        }
        self.out.push_str("<figcaption dir=\"ltr\">");
        escape::text(self.out, url);
        self.out.push_str("</figcaption></figure>\n");
    }

    fn plays(&self, player: &str) -> bool {
        let host = player
            .strip_prefix("https://")
            .and_then(|rest| rest.split('/').next());
        let players = self.surroundings.players;
        host.is_some_and(|host| players.iter().any(|own| own.eq_ignore_ascii_case(host)))
    }
}

/// The address of the player for a video's address: pages to look at have players elsewhere. `None` for what is no `https`.
fn player(url: &str) -> Option<String> {
    let rest = url.trim().strip_prefix("https://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = |id: &str| {
        let id = id.split(['?', '&', '#', '/']).next().unwrap_or_default();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        (!id.is_empty() && id.bytes().all(fits)).then(|| id.to_owned())
    };
    let tube = |id: &str| {
        Some(format!(
            "https://www.youtube-nocookie.com/embed/{}",
            plain(id)?
        ))
    };
    match host.to_ascii_lowercase().as_str() {
        "youtu.be" => tube(path),
        "youtube.com" | "www.youtube.com" | "m.youtube.com" => {
            let watched = path
                .strip_prefix("watch?")
                .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("v=")));
            watched
                .or_else(|| path.strip_prefix("embed/"))
                .and_then(tube)
        }
        "vimeo.com" | "www.vimeo.com" => {
            Some(format!("https://player.vimeo.com/video/{}", plain(path)?))
        }
        _ => Some(url.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::player;

    #[test]
    fn pages_to_look_at_become_players() {
        let tube = Some("https://www.youtube-nocookie.com/embed/a-B_1".to_owned());
        assert_eq!(
            player("https://www.youtube.com/watch?t=1&v=a-B_1&x=2"),
            tube
        );
        assert_eq!(player("https://youtu.be/a-B_1?t=3"), tube);
        assert_eq!(player("https://www.youtube.com/embed/a-B_1"), tube);
        assert_eq!(
            player("https://vimeo.com/42"),
            Some("https://player.vimeo.com/video/42".to_owned())
        );
        let own = "https://www.microsoft.com/en-us/videoplayer/embed/RE1";
        assert_eq!(player(own).as_deref(), Some(own));
        assert_eq!(player("http://www.youtube.com/watch?v=a"), None);
        assert_eq!(player("https://www.youtube.com/@somebody"), None);
        assert_eq!(player("javascript:alert(1)"), None);
    }
}
