//! Who may ask: only who came by the address that is served. Another name that leads to this machine
//! would let a page of another site read what is being written here.

use std::net::{IpAddr, SocketAddr};

/// Whether a request's `Host` is the address that is served.
pub(super) fn is_served(host: &str, address: SocketAddr) -> bool {
    let (name, port) = split(host);
    if port.unwrap_or(80) != address.port() {
        return false;
    }
    let name = name.trim_start_matches('[').trim_end_matches(']');
    match name.parse::<IpAddr>() {
        // Every address of this machine is served; a number is no name that somebody else gave it.
        Ok(_) if address.ip().is_unspecified() => true,
        Ok(ip) => ip == address.ip(),
        Err(_) => name.eq_ignore_ascii_case("localhost") && is_this_machine(address.ip()),
    }
}

fn is_this_machine(ip: IpAddr) -> bool {
    ip.is_loopback() || ip.is_unspecified()
}

/// The name and the port of a host; no port where there is none, or none that is a number.
fn split(host: &str) -> (&str, Option<u16>) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => match port.parse() {
            Ok(port) => (name, Some(port)),
            Err(_) => (name, Some(0)),
        },
        _ => (host, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_that_is_served_is_answered() {
        let loopback = "127.0.0.1:4848".parse().unwrap();
        let six = "[::1]:4848".parse().unwrap();
        let any = "0.0.0.0:4848".parse().unwrap();
        let plain = "127.0.0.1:80".parse().unwrap();
        for (host, address, is) in [
            ("127.0.0.1:4848", loopback, true),
            ("localhost:4848", loopback, true),
            ("LOCALHOST:4848", loopback, true),
            ("127.0.0.1:4849", loopback, false),
            ("127.0.0.1", loopback, false),
            ("127.0.0.1", plain, true),
            ("127.0.0.2:4848", loopback, false),
            ("rebound.example:4848", loopback, false),
            ("localhost.rebound.example:4848", loopback, false),
            ("127.0.0.1:4848.rebound.example", loopback, false),
            ("[::1]:4848", six, true),
            ("[::1]", six, false),
            ("", loopback, false),
            ("192.168.1.5:4848", any, true),
            ("rebound.example:4848", any, false),
        ] {
            assert_eq!(is_served(host, address), is, "{host} at {address}");
        }
    }
}
