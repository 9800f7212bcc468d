#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// A Kubernetes event as /events returns it.
struct ResourceEvent
{
    ResourceKey involved; ///< group is empty: events often lack the apiVersion
    QString type;         ///< Normal or Warning
    QString reason;       ///< e.g. "Failed", "BackOff", "FailedScheduling"
    QString message;
    int count = 1;
    std::optional<Instant> first;
    std::optional<Instant> last;

    friend bool operator==(const ResourceEvent &, const ResourceEvent &) = default;
};

/// One line of /logs.
struct LogLine
{
    QString content;
    QString pod;
    std::optional<Instant> time;
    bool last = false; ///< the server's end mark; its content is empty

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

/// Metadata of a revision: /revisions/{rev}/metadata.
struct RevisionMetadata
{
    QString author;
    QString message;
    std::optional<Instant> date;

    friend bool operator==(const RevisionMetadata &, const RevisionMetadata &) = default;
};

} // namespace lynceus
