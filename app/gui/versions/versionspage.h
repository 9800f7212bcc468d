#pragma once

#include "app/gui/versions/versionsmodel.h"
#include "app/gui/widgets/filterfield.h"
#include "core/domain/search/filtercompletion.h"
#include "core/engine/engine.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace lynceus {

class Chip;
class EmptyState;
class InlineBar;
class PlainLabel;
class VersionsView;
class WindowMemory;

/// Which version of each service runs in which environment, and where environments differ. It is filled when it is
/// shown first: many a day goes by without a look at it, and it is large.
class VersionsPage final : public QWidget
{
    Q_OBJECT
public:
    using Visit = std::function<void(const ApplicationEntry &)>;
    /// Calls its argument for all applications that the engine told of so far.
    using Applications = std::function<void(const Visit &)>;

    VersionsPage(Engine &engine, Applications applications, const Clock &clock, WindowMemory &memory,
                 QWidget *parent = nullptr);
    ~VersionsPage() override;

    [[nodiscard]] const VersionsModel &model() const { return *m_model; }
    [[nodiscard]] VersionsView &view() const { return *m_view; }
    [[nodiscard]] QString filterText() const { return m_field->text(); }
    void setFilterText(const QString &text);
    void setRule(const EnvironmentRule &rule);
    /// Only the service of this image ("ghcr.io/acme/web:1.4.0"), wherever it runs.
    void showImage(const QString &image);
    void focusFilter();
    /// To the cells, or to what can be done where there are none.
    void takeFocus();
    /// Writes what is shown as the command does: as JSON if the name ends in ".json", else as CSV.
    void exportTo(const QString &fileName);
    [[nodiscard]] QList<QAction *> versionActions() const;
    void remember() const;

Q_SIGNALS:
    void applicationAsked(const lynceus::ApplicationKey &key);
    /// Applications with this filter.
    void applicationsAsked(const QString &filter);
    void addInstanceAsked();
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addActions();
    void fill();
    void readHistory();
    void take(const ChangeSet &changes);
    void applyFilter();
    void showSummary();
    void showContent();
    void takeStep();
    void fillRules();
    void showRule();
    void openCurrent();
    void listCurrent();
    void moveColumn(int by);
    void openMenu(const QPoint &position);
    void copyTable();
    void chooseFile();
    [[nodiscard]] QString listFilter(const QString &repository) const;
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor);
    [[nodiscard]] QString orderKey() const;

    Engine &m_engine;
    Applications m_applications;
    WindowMemory &m_memory;
    VersionsModel *m_model;
    InlineBar *m_bar;
    FilterField *m_field;
    PlainLabel *m_unplaced; ///< how many applications belong to no column
    Chip *m_differing;
    QToolButton *m_columns;
    QMenu *m_rules;
    VersionsView *m_view;
    EmptyState *m_empty;
    QStackedLayout *m_content = nullptr;
    QAction *m_export = nullptr;
    QTimer m_ages;
    bool m_isFilled = false;
};

} // namespace lynceus
