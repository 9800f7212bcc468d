#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace lynceus {

class PlainLabel;

class Clock;
class InstanceBadge;

/// Two lines: name, version and actions; instance, facts and commit.
class DetailHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailHeader(const Clock &clock, QWidget *parent = nullptr);

    /// The user name for "I'm on it"; empty: not available.
    void setUserName(const QString &name) { m_userName = name; }
    /// Time zone of the next update.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void showSubject(const DetailSubject &subject);

Q_SIGNALS:
    void extendRequested(lynceus::Duration by);
    void reportRequested();
    /// The user clicked "I'm on it" or took it back.
    void takeRequested();
    void pageRequested();

private:
    [[nodiscard]] QMenu *extensions();
    void showFacts();
    void showTaken();

    const Clock &m_clock;
    QTimer m_minutes;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<DetailSubject> m_subject;
    QString m_userName;
    PlainLabel *m_name;
    PlainLabel *m_image;
    InstanceBadge *m_badge;
    PlainLabel *m_facts;
    PlainLabel *m_separator; ///< between facts and commit
    PlainLabel *m_commit;
    QToolButton *m_take;
    QToolButton *m_extend;
    QPushButton *m_report;
    QPushButton *m_page;
};

} // namespace lynceus
