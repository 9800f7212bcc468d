#pragma once

#include "core/domain/notify/notificationsettings.h"

#include <QWidget>

#include <array>

class QCheckBox;

namespace lynceus {

/// Settings of notifications: a row per kind of event, with check boxes for notification, sound and quiet hours.
class NotificationMatrix final : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationMatrix(QWidget *parent = nullptr);

    void setSettings(const NotificationSettings &settings);
    /// The text for the search in settings.
    [[nodiscard]] QString words() const;

    using Kinds = std::array<bool, kNoticeKindCount>;
    using Member = Kinds NotificationSettings::*; ///< a column

Q_SIGNALS:
    /// The user toggled a check box: @p member of the settings has a new value for @p kind.
    void changed(lynceus::NotificationMatrix::Member member, std::size_t kind, bool on);

private:
    struct Row
    {
        QCheckBox *notifies = nullptr;
        QCheckBox *sound = nullptr;
        QCheckBox *quiet = nullptr;
    };

    [[nodiscard]] QCheckBox *addBox(int column, std::size_t kind, const QString &name, Member member);

    std::array<Row, kNoticeKindCount> m_rows;
};

} // namespace lynceus
