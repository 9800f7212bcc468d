#pragma once

#include "app/cli/options/verbspec.h"

#include <array>

namespace lynceus {

// Options that several verbs have.

inline constexpr std::array kServerOptions{
    OptionSpec{"--server", "URL",
               "The Argo CD to ask. Without a scheme https is meant; a base path is part of it. Default: "
               "ARGOCD_SERVER, else the stored instances.",
               "https://argocd.acme.example"},
    OptionSpec{"--auth-token-file", "FILE", "Reads the token from a file. Default: ARGOCD_AUTH_TOKEN.", "token.txt"},
    OptionSpec{"--auth-token", "TOKEN",
               "The token itself. Others on this computer may have seen it: prefer the file or the environment.",
               "\"$TOKEN\""},
    OptionSpec{"--server-crt", "FILE", "Trusts the certificates in this PEM file, an own CA for instance.", "ca.pem"},
    OptionSpec{"--insecure", nullptr,
               "Accepts any certificate, for this call only. Anyone in between can read the token.", nullptr},
    OptionSpec{"--header", "'NAME: VALUE'", "Sends this header too, for a gateway in front of the server.",
               "'X-Team: shop'", '\0', true},
};

inline constexpr OptionSpec kUtc{"--utc", nullptr, "Times in UTC as RFC 3339; else local.", nullptr};
inline constexpr OptionSpec kHelp{"--help", nullptr, "Shows this text.", nullptr, 'h'};

} // namespace lynceus
