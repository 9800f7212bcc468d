#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimeZone>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace lynceus {

class PlainLabel;

class Clock;
class InstanceBadge;

/// Who and what in two lines: name, version and what can be done about it; instance, facts and commit.
class DetailHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailHeader(const Clock &clock, QWidget *parent = nullptr);

    /// Of the times in what is shown next.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void showSubject(const DetailSubject &subject);

Q_SIGNALS:
    void extendRequested(lynceus::Duration by);
    void reportRequested();
    void pageRequested();

private:
    [[nodiscard]] QMenu *extensions();
    void showFacts();

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<DetailSubject> m_subject;
    PlainLabel *m_name;
    PlainLabel *m_image;
    InstanceBadge *m_badge;
    PlainLabel *m_facts;
    PlainLabel *m_separator; ///< between the facts and the commit
    PlainLabel *m_commit;
    QToolButton *m_extend;
    QPushButton *m_report;
    QPushButton *m_page;
};

} // namespace lynceus
