#pragma once

#include "app/cli/options/commandspec.h"

#include <array>

namespace lynceus {

// Options that `wait` and `watch add` share: application, image, timeouts.

inline constexpr OptionSpec kProject{
    "--project", "NAME", "The application's project. Use it if several applications have the name.", "shop"};
inline constexpr OptionSpec kAppNamespace{"--app-namespace", "NAME",
                                          "The application's namespace, unless NAME contains it.", "argocd"};
inline constexpr OptionSpec kRegistryProxy{
    "--registry-proxy",
    "PREFIX",
    "Treat images below PREFIX, a registry proxy or mirror, as the original ones.",
    "harbor.acme.example/ghcr",
    '\0',
    true};

inline constexpr std::array kWaitWhat{
    OptionSpec{"--app", "NAME[=IMAGE]",
               "The application and the image that it must run. NAME is [INSTANCE:][NAMESPACE/]NAME.",
               "shop-web=ghcr.io/acme/shop-web:1.5.0", '\0', true},
    OptionSpec{"--image", "REF",
               "Wait for this image. With several applications it applies to those whose manifests use its repository.",
               "ghcr.io/acme/shop-web:1.5.0", '\0', true},
    OptionSpec{
        "--revision", "REV",
        "Wait for this revision instead of an image, or for one that was applied after it. REV is a commit of at "
        "least 7 digits, or a tag as written in targetRevision.",
        "3f2a1b0"},
    OptionSpec{"--chart-version", "VERSION",
               "Wait for this version of the application's Helm chart instead of an image.", "1.5.2"},
    OptionSpec{"--next", nullptr,
               "Wait for the next revision or chart version after those that run or are desired now.", nullptr},
    OptionSpec{"--wait-for-app", nullptr,
               "Keep waiting while the application does not exist yet. Name its instance if several are stored.",
               nullptr},
    kProject,
    kAppNamespace,
    kRegistryProxy,
};

inline constexpr OptionSpec kWithChildren{
    "--with-children", nullptr,
    "Watch the applications of NAME, an app of apps or an ApplicationSet, as one release. With --image, those that use "
    "it. Name the instance if several are stored.",
    nullptr};

inline constexpr std::array kWaitHowLong{
    OptionSpec{"--timeout", "DURATION", "Stop waiting after DURATION. Default: 15m.", "15m"},
    OptionSpec{"--fail-after", "DURATION",
               "Fail after pods or hooks have been failing for DURATION without a break. Default: 60s.", "60s"},
    OptionSpec{"--image-grace", "DURATION",
               "Fail after no manifest has used the image's repository for DURATION. Default: 60s.", "60s"},
    OptionSpec{"--bake", "DURATION",
               "Require the image to keep running for DURATION before it counts as deployed. Default: 0s.", "5m"},
    OptionSpec{"--accept-suspended", nullptr, "Accept a paused canary whose new pods are ready as deployed.", nullptr},
    OptionSpec{"--no-refresh", nullptr, "Do not ask Argo CD to refresh the application.", nullptr},
};

} // namespace lynceus
