"""Fills the workbook that 新建 made, from a sample's, as somebody at a desk would: by rows and headers; saved by openpyxl."""
import openpyxl


def rows_by(sheet, head_row):
    heads = [cell.value for cell in sheet[head_row]]
    for row in sheet.iter_rows(min_row=head_row + 1):
        yield {head: cell.value for head, cell in zip(heads, row) if head}


def head_row_of(sheet, first):
    return next(row[0].row for row in sheet.iter_rows(max_row=5) if row[0].value == first)


def cells_by_head(sheet, row):
    return {cell.value: cell.column for cell in sheet[row] if cell.value}


def copy_pairs(source, target):
    values = {row[0].value: row[1].value for row in source.iter_rows(min_row=2) if row[0].value}
    for row in target.iter_rows(min_row=2):
        if values.get(row[0].value) is not None:
            row[1].value = values[row[0].value]


def copy_rows(source, target, keys):
    """Into the rows that have the same values in the columns of `keys`; behind the others where there is none."""
    source_head, target_head = head_row_of(source, keys[0]), head_row_of(target, keys[0])
    columns = cells_by_head(target, target_head)
    known = {tuple(str(target.cell(row, columns[key]).value) for key in keys): row for row in range(target_head + 1, target.max_row + 1)}
    for values in rows_by(source, source_head):
        key = tuple(str(values[key]) for key in keys)
        if key not in known:
            continue
        for head, value in values.items():
            if head in columns and head not in keys and value is not None and head not in ("评价内容", "分值"):
                target.cell(known[key], columns[head]).value = value


def fill(workbook, sample):
    source, target = openpyxl.load_workbook(sample), openpyxl.load_workbook(workbook)
    copy_pairs(source["单位信息"], target["单位信息"])
    copy_rows(source["年度基数"], target["年度基数"], ["年度"])
    copy_rows(source["能耗台账"], target["能耗台账"], ["年度", "月份"])
    copy_rows(source["目标任务"], target["目标任务"], ["指标"])
    copy_rows(source["自评"], target["自评"], ["指标编号"])
    target.save(workbook)
