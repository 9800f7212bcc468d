#include "core/engine/tasks/taskreason.h"

#include "core/engine/text/verdicttext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace lynceus {

QString taskReason(const WatchRecord &record)
{
    const auto &verdict = record.verdict;
    switch (verdict.outcome) {
    case Outcome::Waiting:
        return {};
    case Outcome::Deployed: {
        QStringList notes;
        for (const auto &note : verdict.notes)
            notes += noteText(note);
        return notes.isEmpty() ? QString() : u"Note: %1."_s.arg(notes.join(u"; "_s));
    }
    case Outcome::Cancelled:
        if (!record.replacedBy.isEmpty())
            return u"Superseded by task %1, which registers the same image for this application."_s.arg(
                record.replacedBy);
        break;
    case Outcome::Failed:
    case Outcome::TimedOut:
    case Outcome::Superseded:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
        break;
    }
    return sentence(verdict, record.expectation);
}

} // namespace lynceus
