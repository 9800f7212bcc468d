#pragma once

#include "app/serve/webhooks/webhook.h"
#include "core/io/tasks/storedtask.h"

#include <QHash>
#include <QStringList>

namespace lynceus {

/// "started", "failing", "ended"; stable, used in payloads and configurations.
[[nodiscard]] QString nameOf(TaskEvent event);
[[nodiscard]] std::optional<TaskEvent> taskEventFrom(const QString &name);

/// Names of the placeholders in templates: values, and JSON documents.
[[nodiscard]] const QStringList &messageValueNames();
[[nodiscard]] const QStringList &messageDocumentNames();

/// Values of the placeholders. @p publicUrl: of this server; empty: `url` is empty, too.
[[nodiscard]] QHash<QString, QString> messageValues(const StoredTask &task, TaskEvent event, const QUrl &publicUrl);
[[nodiscard]] QHash<QString, QByteArray> messageDocuments(const StoredTask &task);

/// The built-in templates: "json", "mattermost", "slack", "teams"; empty for other names. @p hasLink: include a link to
/// the task's page.
[[nodiscard]] QString builtInTemplate(const QString &format, bool hasLink);
[[nodiscard]] const QStringList &builtInFormats();

} // namespace lynceus
