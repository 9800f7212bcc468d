#include "core/domain/watch/timelineentry.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString nameOf(TimelineEntry::Kind kind)
{
    switch (kind) {
    case TimelineEntry::Kind::Stage:
        return u"stage"_s;
    case TimelineEntry::Kind::Operation:
        return u"operation"_s;
    case TimelineEntry::Kind::Resource:
        return u"resource"_s;
    case TimelineEntry::Kind::Blocker:
        return u"blocker"_s;
    case TimelineEntry::Kind::Cause:
        return u"cause"_s;
    case TimelineEntry::Kind::Access:
        return u"access"_s;
    case TimelineEntry::Kind::Outcome:
        return u"outcome"_s;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
