#pragma once

#include "app/serve/webhooks/webhook.h"
#include "core/io/tasks/storedtask.h"

#include <QHash>
#include <QStringList>

namespace lynceus {

/// "started", "failing", "ended": part of the payload and of configurations.
[[nodiscard]] QString nameOf(TaskEvent event);
[[nodiscard]] std::optional<TaskEvent> taskEventFrom(const QString &name);

/// The placeholders of templates: values, and JSON documents.
[[nodiscard]] const QStringList &messageValueNames();
[[nodiscard]] const QStringList &messageDocumentNames();

/// What they stand for. @p publicUrl: where people open this server; empty: `url` is empty, too.
[[nodiscard]] QHash<QString, QString> messageValues(const StoredTask &task, TaskEvent event, const QUrl &publicUrl);
[[nodiscard]] QHash<QString, QByteArray> messageDocuments(const StoredTask &task);

/// The built-in templates: "json", "mattermost", "slack", "teams"; empty for any other name. @p hasLink: with a link to
/// the task's page.
[[nodiscard]] QString builtInTemplate(const QString &format, bool hasLink);
[[nodiscard]] const QStringList &builtInFormats();

} // namespace lynceus
