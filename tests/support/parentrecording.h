#pragma once

#include "core/domain/base/result.h"
#include "core/replay/recordings/recording.h"

#include <QByteArray>

#include <vector>

namespace lynceus::test {

/// An application of a parent.
struct NamedChild
{
    QByteArray name;
    QByteArray status = "Synced";
};

/// A line of a recording: the response at @p at to a GET of @p path.
[[nodiscard]] QByteArray getLine(Duration at, const QByteArray &path, const QByteArray &body);
/// The response from @p at on for the parent @p name in the project shop, with the applications @p children.
[[nodiscard]] QByteArray parentLine(Duration at, const std::vector<NamedChild> &children,
                                    const QByteArray &name = "family");
/// An app of apps in the namespace argocd; @p lines: its responses by time.
[[nodiscard]] Recording parentRecording(const QByteArray &lines, const QByteArray &name = "family");

} // namespace lynceus::test
