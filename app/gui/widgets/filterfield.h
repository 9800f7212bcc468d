#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace lynceus {

/// A line for words that filter: fields stand out, what cannot be understood is underlined, completion comes while
/// typing, and at the end stands how much is hidden, with a link that says by what. Where there is too little room for
/// all, that becomes shorter: what is typed can be read.
class FilterField final : public QFrame
{
    Q_OBJECT
public:
    /// Part of the text that means something by itself.
    struct Highlight
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QString problem; ///< empty: it is understood
    };
    struct Completion
    {
        qsizetype start = 0;
        qsizetype length = 0;
        QStringList candidates;
    };

    explicit FilterField(const QString &accessibleName, const QString &placeholder, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setHighlights(const std::vector<Highlight> &highlights);
    void setCompletion(std::function<Completion(const QString &text, qsizetype cursor)> completion);
    /// "10 of 12,431"; @p whyLink may be empty: there is nothing to explain.
    void setSummary(const QString &summary, const QString &whyLink);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void textChanged(const QString &text);
    void explanationAsked();
    /// Down from the field goes into the list.
    void listAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void offerCompletion();
    void fitSummary();
    [[nodiscard]] QString link() const;
    /// Without a summary.
    [[nodiscard]] int leastWidth() const;
    void take(const QString &candidate);
    [[nodiscard]] bool isOffering() const;

    QLineEdit *m_line;
    QLabel *m_summary;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    std::function<Completion(const QString &, qsizetype)> m_completion;
    Completion m_offered;
    QString m_count;
    QString m_why;
    int m_summaryWidth = 0; ///< of the whole summary, px
    bool m_isShort = false;
};

} // namespace lynceus
