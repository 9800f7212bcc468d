#include "core/domain/http/requesttarget.h"
#include "core/domain/tasks/taskchange.h"

#include <cstdlib>

using namespace lynceus;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

} // namespace

/// Input: the target of a request for task changes, and the header Last-Event-ID on the second line.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto end = bytes.indexOf('\n');
    const auto target = end < 0 ? bytes : bytes.first(end);
    const auto lastId = end < 0 ? QByteArray() : bytes.sliced(end + 1);
    require(!pathOf(target).contains('?'));
    const auto request = taskChangeRequestFrom(target, lastId);
    if (!request) {
        require(request.error().kind == Error::Kind::BadInput && !request.error().message.contains(u'\n'));
        return 0;
    }
    require(!request->after || *request->after >= 0);
    const auto &filter = request->filter;
    require(filter.id.isEmpty() || filter.id.size() == 36);
    require(!filter.app.contains(QChar(u'\0')) && !filter.project.contains(QChar(u'\0')));
    require(filter.matches({1, filter.id, filter.app, filter.project, TaskState::Failed}));
    return 0;
}
