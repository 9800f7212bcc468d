#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

#include <vector>

class QListView;
class QStandardItemModel;
class QToolButton;

namespace lynceus {

class InstanceStatusModel;
class PlainLabel;

/// Navigation between pages, with counts; below it, the freshness of each instance.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(const Clock &clock, QWidget *parent = nullptr);

    /// Pages appear in the order of the calls.
    void addPage(const QString &title, QLatin1StringView glyph);
    void setCurrentPage(int page);
    /// Sets the tool tip: the page's shortcut.
    void setHint(int page, const QString &hint);
    /// @param alarming shows the count in the colour of failures; 0 hides the count.
    void setCount(int page, int count, bool alarming);
    void setInstance(const InstanceState &state);
    void removeInstance(const QString &id);
    void setZone(const QTimeZone &zone);
    /// Shows that all data is simulated.
    void markDemo();
    [[nodiscard]] QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void pageChosen(int page);
    void instanceChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void fitWidth();
    void fitInstances();

    QToolButton *m_menu;
    PlainLabel *m_demo; ///< hidden unless this is a demo
    QStandardItemModel *m_pages;
    QListView *m_pageList;
    InstanceStatusModel *m_instances;
    QListView *m_instanceList;
    QTimer m_ages;
};

} // namespace lynceus
