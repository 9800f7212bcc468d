#include "core/io/teamserver/taskanswers.h"

#include "core/domain/tasks/taskcallpolicy.h"
#include "core/domain/text/visibletext.h"

#include <algorithm>
#include <cstdlib>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostItems = 1'000;

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

bool isClean(const QString &text)
{
    return visibleLine(text) == text;
}

} // namespace

/// Answers about another task are rejected, IDs are valid in a URL, and texts can be displayed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto id = u"a1"_s;
    std::ignore = answeringServerFrom(body);
    if (const auto timeout = deploymentTimeoutFrom(body))
        require(*timeout > Duration{0});
    if (const auto registered = registeredTaskFrom(body))
        require(isTaskId(*registered));
    require(isClean(taskRefusalFrom(body).reason));
    if (const auto status = taskStatusFrom(body, id)) {
        require(body.contains("a1") || body.contains("\\u"));
        for (const auto &line : status->reason.split(u'\n'))
            require(isClean(line));
    }
    if (const auto served = servedVerdictFrom(body, id)) {
        const auto &verdict = served->verdict;
        require(verdict.evidence.pods.size() <= kMostItems && verdict.evidence.workloads.size() <= kMostItems);
        require(verdict.notes.size() <= kMostItems);
        require(!verdict.cause || isClean(verdict.cause->message));
        require(verdict.pods.wanted >= 0 && verdict.pods.ready >= 0);
    }
    return 0;
}
