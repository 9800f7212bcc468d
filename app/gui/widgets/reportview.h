#pragma once

#include <QTextBrowser>

namespace lynceus {

/// Formatted text in which others' words are: it loads nothing, neither files nor addresses, and follows no link by
/// itself (see anchorClicked()).
class ReportView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ReportView(QWidget *parent = nullptr);

    /// Markdown's tables come with the frames of 1995: thin ones instead. After each change of the text.
    void frameTables();
    /// Paragraphs and tables begin where the layout does: Qt places each by the direction of its words. After each
    /// change of the text.
    void alignLeading();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace lynceus
