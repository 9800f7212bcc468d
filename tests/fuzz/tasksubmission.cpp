#include "core/io/tasks/tasksubmission.h"

#include <cstdlib>

using namespace lynceus;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

} // namespace

/// Any body that a pipeline posts gives a complete task within its limits, or an error of one line.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto task = taskFromJson(body);
    if (task) {
        require(!task->app.isEmpty() && !task->author.isEmpty() && !task->project.isEmpty());
        require(task->id.isEmpty() && task->reason.isEmpty() && task->state == TaskState::InProgress);
        const int versions =
            int{!task->images.empty()} + int{!task->revision.isEmpty()} + int{!task->chartVersion.isEmpty()};
        require(versions == 1);
        require(!task->timeout || *task->timeout > 0);
        for (const auto &image : task->images)
            require(!image.image.isEmpty() && image.image.isValidUtf16() && !image.tag.contains(QChar(u'\0')));
    } else {
        require(task.error().kind == Error::Kind::BadInput && !task.error().message.contains(u'\n'));
    }
    const auto extension = extensionFromJson(body);
    require(extension ? *extension > 0 : !extension.error().message.isEmpty());
    return 0;
}
