#pragma once

#include "app/cli/options/commandspec.h"

#include <array>

namespace lynceus {

// Options that several commands share.

inline constexpr std::array kServerOptions{
    OptionSpec{"--server", "URL",
               "Use the Argo CD server at URL (https unless a scheme is given; may contain a base path). Default: "
               "$ARGOCD_SERVER, else the stored instances.",
               "https://argocd.acme.example"},
    OptionSpec{"--auth-token-file", "FILE", "Read the token from FILE. Default: $ARGOCD_AUTH_TOKEN.", "token.txt"},
    OptionSpec{"--auth-token", "TOKEN",
               "Use this token. Other users of this computer can see it in the process list; prefer --auth-token-file.",
               "\"$TOKEN\""},
    OptionSpec{"--server-crt", "FILE", "Trust the CA certificates in this PEM file.", "ca.pem"},
    OptionSpec{"--insecure", nullptr,
               "Accept any certificate, for this call only. Anyone on the network path can read the token.", nullptr},
    OptionSpec{"--header", "'NAME: VALUE'",
               "Send this header with every request, for a gateway in front of the server.", "'X-Team: shop'", '\0',
               true},
};

inline constexpr OptionSpec kRequestTimeoutOption{"--request-timeout", "DURATION",
                                                  "End the command after DURATION, even if the server has not "
                                                  "responded. Default: 20s.",
                                                  "60s"};

/// @p options with one option appended.
template<std::size_t Count>
[[nodiscard]] constexpr std::array<OptionSpec, Count + 1> withOption(const std::array<OptionSpec, Count> &options,
                                                                     const OptionSpec &last)
{
    std::array<OptionSpec, Count + 1> all{};
    for (std::size_t i = 0; i < Count; ++i)
        all[i] = options[i];
    all[Count] = last;
    return all;
}

/// For commands that send requests once; `wait` has its own timeout.
inline constexpr auto kAskedServerOptions = withOption(kServerOptions, kRequestTimeoutOption);

// Options of commands that list past events.
inline constexpr OptionSpec kOnlyApplication{"--app", "NAME", "List only this application.", "shop-web"};
inline constexpr OptionSpec kOnlyInstance{"--instance", "NAME", "List only this instance.", "staging"};
inline constexpr OptionSpec kPastFormat{"--output", "FORMAT", "Output format: text, json or csv.", "csv", 'o'};

inline constexpr OptionSpec kUtc{"--utc", nullptr, "Print times in UTC as RFC 3339. Default: local time.", nullptr};
inline constexpr OptionSpec kHelp{"--help", nullptr, "Show this help.", nullptr, 'h'};

} // namespace lynceus
