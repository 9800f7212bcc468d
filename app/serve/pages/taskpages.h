#pragma once

#include "app/serve/serveconfig.h"
#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"
#include "core/io/tasks/taskstore.h"

namespace lynceus {

/// The pages of a team server: all tasks, and one task. Used in the thread of the store. They can be read without
/// JavaScript; with it, they stay up to date.
class TaskPages final
{
public:
    /// @p base: as for pageReply().
    explicit TaskPages(std::vector<ServedInstance> instances, QString base = {});

    /// "/?app=NAME&project=NAME&state=STATE&page=N", newest first.
    [[nodiscard]] HttpReply list(TaskStore &store, const HttpRequest &request) const;
    /// @p id as it stands in the path.
    [[nodiscard]] HttpReply task(TaskStore &store, const QString &id) const;
    /// Instead of both while the store cannot be used.
    [[nodiscard]] HttpReply unavailable() const;
    /// To a browser in place of a page. @p status: 401, 404, 429 or 503. @p reason: a clause, or a sentence.
    [[nodiscard]] HttpReply refused(int status, const QString &reason) const;
    /// "style.css" or "live.js".
    [[nodiscard]] static HttpReply asset(const QString &name);

private:
    [[nodiscard]] QString linkTo(const StoredTask &stored) const;

    const std::vector<ServedInstance> m_instances;
    const QString m_base;
};

} // namespace lynceus
