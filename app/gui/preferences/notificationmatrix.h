#pragma once

#include "core/domain/notify/notificationsettings.h"

#include <QWidget>

#include <array>

class QCheckBox;

namespace lynceus {

/// What is told, and how: a row for each kind of news, with boxes for a notification, its sound, and quiet hours.
class NotificationMatrix final : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationMatrix(QWidget *parent = nullptr);

    void setSettings(const NotificationSettings &settings);
    /// All that it is found under.
    [[nodiscard]] QString words() const;

    using Kinds = std::array<bool, kNoticeKindCount>;
    using Member = Kinds NotificationSettings::*; ///< which of its columns

Q_SIGNALS:
    /// The person ticked a box: @p member of the settings has another value for @p kind.
    void changed(lynceus::NotificationMatrix::Member member, std::size_t kind, bool on);

private:
    struct Row
    {
        QCheckBox *told = nullptr;
        QCheckBox *sound = nullptr;
        QCheckBox *quiet = nullptr;
    };

    [[nodiscard]] QCheckBox *addBox(int column, std::size_t kind, const QString &name, Member member);

    std::array<Row, kNoticeKindCount> m_rows;
};

} // namespace lynceus
