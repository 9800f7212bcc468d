#pragma once

#include "app/gui/detail/manifest/manifestlines.h"

#include <QPlainTextEdit>

namespace lynceus {

class YamlHighlighter;

/// A manifest, or the difference of two, in the fixed-width font. Changed lines have a sign and a background colour.
class ManifestText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ManifestText(QWidget *parent = nullptr);

    /// No signs if @p compared is false.
    void showLines(std::vector<ManifestLine> lines, bool compared);
    void goToLine(int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintLines();

    std::vector<ManifestLine> m_lines;
    bool m_compared = false;
    YamlHighlighter *m_highlighter;
};

} // namespace lynceus
