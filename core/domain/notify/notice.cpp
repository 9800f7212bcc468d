#include "core/domain/notify/notice.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QString nameOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Started:
        return u"started"_s;
    case NoticeKind::Failing:
        return u"failing"_s;
    case NoticeKind::NeedsAttention:
        return u"needs-attention"_s;
    case NoticeKind::Deployed:
        return u"deployed"_s;
    case NoticeKind::Failed:
        return u"failed"_s;
    case NoticeKind::TimedOut:
        return u"timed-out"_s;
    case NoticeKind::Superseded:
        return u"superseded"_s;
    case NoticeKind::Gone:
        return u"gone"_s;
    case NoticeKind::Aborted:
        return u"aborted"_s;
    case NoticeKind::SignInNeeded:
        return u"sign-in-needed"_s;
    case NoticeKind::Unreachable:
        return u"unreachable"_s;
    case NoticeKind::Back:
        return u"back"_s;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
