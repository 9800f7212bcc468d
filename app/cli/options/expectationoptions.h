#pragma once

#include "app/cli/options/verbspec.h"

#include <array>

namespace lynceus {

// What `wait` and `watch add` have in common: which application, which image, for how long.

inline constexpr OptionSpec kProject{
    "--project", "NAME", "The application's project. Saves the look for it where many have the name.", "shop"};
inline constexpr OptionSpec kAppNamespace{"--app-namespace", "NAME",
                                          "The namespace of the Application, where NAME does not say it.", "argocd"};
inline constexpr OptionSpec kRegistryProxy{
    "--registry-proxy",
    "PREFIX",
    "A registry that serves others under this prefix: images below it count as the original ones.",
    "harbor.acme.example/ghcr",
    '\0',
    true};

inline constexpr std::array kWaitWhat{
    OptionSpec{"--app", "NAME[=IMAGE]",
               "The application, and the image that it must run. NAME is [INSTANCE:][NAMESPACE/]NAME.",
               "shop-web=ghcr.io/acme/shop-web:1.5.0", '\0', true},
    OptionSpec{"--image", "REF",
               "The image to wait for. With several applications it goes to those whose manifests name its repository.",
               "ghcr.io/acme/shop-web:1.5.0", '\0', true},
    kProject,
    kAppNamespace,
    kRegistryProxy,
};

inline constexpr std::array kWaitHowLong{
    OptionSpec{"--timeout", "DURATION", "Gives up after this long. Default: 15m.", "15m"},
    OptionSpec{"--fail-after", "DURATION",
               "Ends as failed after this long of unbroken failing pods or hooks. Default: 60s.", "60s"},
    OptionSpec{"--image-grace", "DURATION",
               "How long the application's manifests may do without the image's repository. Default: 60s.", "60s"},
    OptionSpec{"--bake", "DURATION", "How long it must keep running to count as deployed. Default: 0s.", "5m"},
    OptionSpec{"--accept-suspended", nullptr, "A paused canary whose new pods are ready counts as deployed.", nullptr},
    OptionSpec{"--no-refresh", nullptr, "Does not ask the server to look at git at once.", nullptr},
};

} // namespace lynceus
