#include "app/gui/preferences/notificationmatrix.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "core/engine/text/noticetext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace lynceus {

NotificationMatrix::NotificationMatrix(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int kGap = 16;
    grid->setHorizontalSpacing(kGap);
    grid->setColumnStretch(0, 1);
    int column = 1;
    for (const auto &title : {tr("Notification"), tr("Sound"), tr("In quiet hours")}) {
        auto *label = new PlainLabel(title, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(label, 0, column++, Qt::AlignCenter);
    }
    for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
        const auto name = kindText(static_cast<NoticeKind>(i));
        auto *label = new PlainLabel(name, this);
        label->setWordWrap(true);
        grid->addWidget(label, int(i) + 1, 0);
        auto &row = m_rows[i];
        row.notifies = addBox(1, i, tr("Notification: %1").arg(name), &NotificationSettings::kinds);
        row.sound = addBox(2, i, tr("Sound: %1").arg(name), &NotificationSettings::sounds);
        row.quiet = addBox(3, i, tr("In quiet hours: %1").arg(name), &NotificationSettings::inQuietHours);
    }
}

QCheckBox *NotificationMatrix::addBox(int column, std::size_t kind, const QString &name, Member member)
{
    auto *box = new QCheckBox(this);
    box->setAccessibleName(name);
    static_cast<QGridLayout *>(layout())->addWidget(box, int(kind) + 1, column, Qt::AlignCenter);
    connect(box, &QCheckBox::toggled, this, [this, kind, member](bool on) { Q_EMIT changed(member, kind, on); });
    return box;
}

void NotificationMatrix::setSettings(const NotificationSettings &settings)
{
    for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
        const auto show = [](QCheckBox *box, bool on) {
            const QSignalBlocker quiet(box);
            box->setChecked(on);
        };
        const auto &row = m_rows[i];
        show(row.notifies, settings.kinds[i]);
        show(row.sound, settings.sounds[i]);
        show(row.quiet, settings.inQuietHours[i]);
        row.sound->setEnabled(settings.kinds[i]); // no sound without a notification
        row.quiet->setEnabled(settings.kinds[i]);
    }
}

QString NotificationMatrix::words() const
{
    QStringList words{tr("notification tell banner sound quiet hours night mute silence")};
    for (std::size_t i = 0; i < kNoticeKindCount; ++i)
        words.append(kindText(static_cast<NoticeKind>(i)));
    return words.join(u' ');
}

} // namespace lynceus
