#pragma once

#include "app/gui/widgets/controls/filterfield.h"
#include "core/domain/search/applicationfilter.h"
#include "core/domain/search/filtercompletion.h"
#include "core/engine/facade/engine.h"

#include <QLatin1StringView>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAbstractItemView;
class QAction;
class QKeySequence;
class QStackedWidget;
class QVBoxLayout;

namespace lynceus {

class EmptyState;
class InlineBar;
class PageHeader;
class WindowMemory;

/// A page that lists rows with a filter: a header with the field, a bar for messages, the list or the first step while
/// it is empty, actions with keys, a menu, and export to a file. Subclasses provide the list's content.
class ListPage : public QWidget
{
    Q_OBJECT
public:
    ~ListPage() override;

    [[nodiscard]] QString filterText() const { return m_field->text(); }
    void setFilterText(const QString &text) { m_field->setText(text); }
    void focusFilter();
    /// Moves the focus to the list, or to the first step while it is empty.
    void takeFocus();
    /// All actions on rows.
    [[nodiscard]] QList<QAction *> listActions() const;
    /// Saves state in WindowMemory; called when the window closes.
    virtual void remember() const;

Q_SIGNALS:
    void addInstanceAsked();
    void said(const QString &sentence);

protected:
    struct Texts
    {
        QString title;
        QString filterName; ///< accessible name
        QString placeholder;
        QLatin1StringView filterKey; ///< key of the filter in WindowMemory
    };
    struct FileFormat
    {
        QString suffix;      ///< "csv"
        QString description; ///< "CSV for spreadsheets"
    };

    ListPage(Engine &engine, WindowMemory &memory, const Texts &texts, QWidget *parent);

    /// The page shows @p list, alone or inside @p content. Call once, before all other functions.
    void setList(QAbstractItemView *list, QWidget *content = nullptr);
    /// Restores and applies the remembered filter. Call once, at the end of the constructor.
    void startFiltering();
    QAction *addListAction(QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                           const QList<QKeySequence> &keys, std::function<void()> then);
    /// Adds an action with a key, and a button in the header.
    QAction *addExport(QLatin1StringView id, std::function<void()> then);
    /// Asks for a file; @p chosen gets its name with a suffix, and the chosen format.
    void chooseFile(const QString &title, const std::vector<FileFormat> &formats,
                    std::function<void(const QString &fileName, int format)> chosen);
    /// Shows @p success, or why the file could not be written.
    void write(const QString &fileName, const QByteArray &content, const QString &success);

    void showList();
    void showEmpty();
    [[nodiscard]] bool isListShown() const;
    /// True if all instances were read and there are none.
    [[nodiscard]] bool lacksInstances() const;
    void sayThatInstancesLack(QLatin1StringView glyph, const QString &title);
    /// "10 of 12,431", or only the total; empty if there are no rows.
    [[nodiscard]] static QString countText(int shown, int total);
    /// Highlighted parts of the field.
    [[nodiscard]] static std::vector<FilterField::Highlight> highlightsOf(const FilterWords &words);
    /// Limited to a number that users can scan; typing narrows the list.
    [[nodiscard]] static FilterField::Completion completionFrom(const FilterCompletion &found);

    virtual void applyFilter() = 0;
    /// Called for the button of the empty page.
    virtual void takeStep() = 0;
    [[nodiscard]] virtual FilterField::Completion completion(const QString &text, qsizetype cursor) = 0;
    /// Called each second while the page is visible.
    virtual void renewTimes() = 0;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    [[nodiscard]] Engine &engine() const { return m_engine; }
    [[nodiscard]] WindowMemory &memory() const { return m_memory; }
    [[nodiscard]] FilterField &field() const { return *m_field; }
    [[nodiscard]] InlineBar &bar() const { return *m_bar; }
    [[nodiscard]] EmptyState &emptyState() const { return *m_empty; }
    [[nodiscard]] PageHeader &header() const { return *m_header; }
    /// The header, the bar and, last, the list; rows may be inserted between them.
    [[nodiscard]] QVBoxLayout &rows() const { return *m_rows; }

private:
    void openMenu(const QPoint &position);
    void goToList();

    Engine &m_engine;
    WindowMemory &m_memory;
    QLatin1StringView m_filterKey;
    PageHeader *m_header;
    InlineBar *m_bar;
    FilterField *m_field;
    QStackedWidget *m_content;
    EmptyState *m_empty;
    QVBoxLayout *m_rows;
    QAbstractItemView *m_list = nullptr;
    QTimer m_tick;
};

} // namespace lynceus
